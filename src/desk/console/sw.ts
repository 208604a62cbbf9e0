/** The service worker: it keeps the console on the phone, so that the desk opens in a tunnel. */
self.addEventListener('install', () => undefined);
