import type { CloudSchema } from 'local-cloud';

export default {
  collections: {
    likes: {
      fields: { photoId: 'text', person: 'text' },
      indexes: [{ fields: [{ name: 'photoId', order: 'asc' }] }],
    },
  },
} satisfies CloudSchema;
