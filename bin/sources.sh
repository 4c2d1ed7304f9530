# One number for everything that a production bundle is made of; run in the checkout.
find src db docs/help package.json package-lock.json tools/build.ts -type f | LC_ALL=C sort | xargs cksum | cksum
