import sharp from 'sharp';

/**
 * sharp as we use it, in the encoder's process alone: one thread an operation, nothing held between operations, and
 * none of libvips' loaders but those of the five formats we take.
 */
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadHeif',
    'VipsForeignLoadNsgif',
  ],
});

export { sharp };
