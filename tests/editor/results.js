// Runs checks one after the other and counts them.
let passed = 0;
let failed = 0;
let skipped = 0;

export async function check(name, run) {
  try {
    await run();
    passed++;
  } catch (trouble) {
    failed++;
    console.log(`FAILED  ${name}\n        ${String(trouble.message ?? trouble).replaceAll('\n', '\n        ')}`);
  }
}

export function skip(name, why) {
  skipped++;
  console.log(`skipped ${name}: ${why}`);
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
