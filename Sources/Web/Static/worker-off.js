// Reading without a connection is switched off on this portal: what was kept goes, and so does this worker.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("caunoi-")) await caches.delete(name);
  await self.registration.unregister();
})()));
