export default async function tearDown() {
  await globalThis.heedTestServices.stop();
}
