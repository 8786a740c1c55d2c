# The .NET 10 SDK is all these need.
.PHONY: run build publish test test-shells bench lint format accept clean

RUNTIME := linux-x64
CLI := dotnet src/Reconciler.Cli/bin/Release/net10.0/reconciler.dll

run: build     ## plan, apply and plan again: policies-example on its embedded tenant
	@echo; echo '$$ reconciler plan policies-example'; $(CLI) plan policies-example
	@echo; echo '$$ reconciler apply policies-example --yes'; $(CLI) apply policies-example --yes
	@echo; echo '$$ reconciler plan policies-example'; $(CLI) plan policies-example

build:
	@dotnet build src/Reconciler.Cli --configuration Release --nologo --verbosity quiet

publish:       ## the tool for machines without .NET: artifacts/publish/reconciler; RUNTIME=linux-arm64, osx-arm64, win-x64, … for others
	dotnet publish src/Reconciler.Cli --configuration Release --runtime $(RUNTIME) --output artifacts/publish --nologo --verbosity quiet

test:          ## every test; then what the properties were tried on, and the seeds that repeat it
	@mkdir -p artifacts && rm -f artifacts/properties.txt
	RECONCILER_PROPERTIES="$(CURDIR)/artifacts/properties.txt" dotnet test Reconciler.sln --nologo; \
	status=$$?; cat artifacts/properties.txt; exit $$status

test-shells:   ## completion in the shells that are on this machine; says which are not
	@for shell in bash zsh fish; do command -v $$shell >/dev/null || echo "$$shell is not on this machine: its completion is not tried."; done
	@echo "PowerShell's completion is not tried: its script is looked at only."
	dotnet test tests/Reconciler.ScenarioTests --nologo --filter "FullyQualifiedName~Shells"

bench:         ## how long things take, each beside its yardstick in the same run; fails where a bound is not kept
	dotnet run --project tests/Reconciler.Benchmarks --configuration Release -- $(ONLY)

lint:          ## formatting, analyzers (warnings are errors)
	dotnet build Reconciler.sln --nologo --verbosity quiet
	dotnet format Reconciler.sln --no-restore --verify-no-changes

format:        ## mends what lint finds in the formatting
	dotnet format Reconciler.sln --no-restore

accept:        ## rewrites the golden files: read the difference before you commit it
	ACCEPT=1 dotnet test tests/Reconciler.ScenarioTests --nologo

clean:         ## forgets what was built, and the example's tenant
	rm -rf policies-example/.reconciler src/*/bin src/*/obj tests/*/bin tests/*/obj
