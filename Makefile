# The .NET 10 SDK is all these need; test-editor and test-clients need Node 20 and npm too, test-shells the shells it names.
.PHONY: run build publish test test-editor test-clients test-shells torture fuzz bench lint format accept schemas clean

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

torture:       ## everything at once that can go wrong with a tenant, fifty times over; RECONCILER_TORTURE_SEEDS says how many, RECONCILER_TORTURE_SEED repeats one
	@for tests in Contract Scenario; do \
	RECONCILER_TORTURE_SEEDS=$${RECONCILER_TORTURE_SEEDS:-50} dotnet test tests/Reconciler.$${tests}Tests --nologo --filter "FullyQualifiedName~TortureTests" || failed=1; \
	done; exit $${failed:-0}

bench:         ## how long things take, each beside its yardstick in the same run; fails where a bound is not kept
	dotnet run --project tests/Reconciler.Benchmarks --configuration Release -- $(ONLY)

fuzz:          ## ten minutes of hostile files, then ten thousand tenants exported; RECONCILER_FUZZ_MINUTES says how many, RECONCILER_FUZZ_SEED repeats a run
	@rm -rf artifacts/fuzz
	@RECONCILER_FUZZ_MINUTES=$${RECONCILER_FUZZ_MINUTES:-10} dotnet test tests/Reconciler.ScenarioTests --nologo --filter FullyQualifiedName~Fuzzing.LoaderFuzzTests.No_file_breaks_the_loader_for_minutes; \
	status=$$?; cat artifacts/fuzz/loader.txt; exit $$status
	@mkdir -p artifacts && rm -f artifacts/properties.txt
	RECONCILER_CASES=3334 RECONCILER_PROPERTIES="$(CURDIR)/artifacts/properties.txt" dotnet test tests/Reconciler.ScenarioTests --nologo --filter FullyQualifiedName~Properties.ExportTests; \
	status=$$?; cat artifacts/properties.txt; exit $$status

lint:          ## formatting, analyzers (warnings are errors)
	dotnet build Reconciler.sln --nologo --verbosity quiet
	dotnet format Reconciler.sln --no-restore --verify-no-changes

format:        ## mends what lint finds in the formatting
	dotnet format Reconciler.sln --no-restore

accept:        ## rewrites the golden files: read the difference before you commit it
	ACCEPT=1 dotnet test tests/Reconciler.ScenarioTests --nologo

schemas: build ## the JSON Schemas and the language reference, from the table of fields
	@mkdir -p schemas
	@$(CLI) schema policy-file --out schemas/policy-file.schema.json > /dev/null
	@$(CLI) schema workspace --out schemas/reconciler.schema.json > /dev/null
	@$(CLI) schema reference --out schemas/README.md > /dev/null

test-editor:   ## what an editor makes of the schemas; needs Node 20 and npm
	@cd tests/editor && npm ci --silent --no-audit --no-fund && node run.js

test-clients: build ## a Graph client that nobody here wrote walks through the emulator; needs Node 20 and npm
	@cd tests/clients && npm ci --silent --no-audit --no-fund && node run.js

clean:         ## forgets what was built, and the example's tenant
	rm -rf policies-example/.reconciler src/*/bin src/*/obj tests/*/bin tests/*/obj
