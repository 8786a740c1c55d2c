# The .NET 10 SDK is all these need.
.PHONY: run build test fuzz lint format accept clean

CLI := dotnet src/Reconciler.Cli/bin/Release/net10.0/reconciler.dll

run: build     ## plan, apply and plan again: policies-example on its embedded tenant
	@echo; echo '$$ reconciler plan policies-example'; $(CLI) plan policies-example
	@echo; echo '$$ reconciler apply policies-example --yes'; $(CLI) apply policies-example --yes
	@echo; echo '$$ reconciler plan policies-example'; $(CLI) plan policies-example

build:
	@dotnet build src/Reconciler.Cli --configuration Release --nologo --verbosity quiet

test:          ## every test; then what the properties were tried on, and the seeds that repeat it
	@mkdir -p artifacts && rm -f artifacts/properties.txt
	RECONCILER_PROPERTIES="$(CURDIR)/artifacts/properties.txt" dotnet test Reconciler.sln --nologo; \
	status=$$?; cat artifacts/properties.txt; exit $$status

fuzz:          ## ten minutes of hostile files; RECONCILER_FUZZ_MINUTES says how many, RECONCILER_FUZZ_SEED repeats a run
	@rm -rf artifacts/fuzz
	@RECONCILER_FUZZ_MINUTES=$${RECONCILER_FUZZ_MINUTES:-10} dotnet test tests/Reconciler.ScenarioTests --nologo --filter FullyQualifiedName~Fuzzing.LoaderFuzzTests.No_file_breaks_the_loader_for_minutes; \
	status=$$?; cat artifacts/fuzz/loader.txt; exit $$status

lint:          ## formatting, analyzers (warnings are errors)
	dotnet build Reconciler.sln --nologo --verbosity quiet
	dotnet format Reconciler.sln --no-restore --verify-no-changes

format:        ## mends what lint finds in the formatting
	dotnet format Reconciler.sln --no-restore

accept:        ## rewrites the golden files: read the difference before you commit it
	ACCEPT=1 dotnet test tests/Reconciler.ScenarioTests --nologo

clean:         ## forgets what was built, and the example's tenant
	rm -rf policies-example/.reconciler src/*/bin src/*/obj tests/*/bin tests/*/obj
