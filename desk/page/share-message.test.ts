import { describe, expect, it } from 'vitest';

import { readCard, readShareMessage } from './share-message';

const picture = 'data:image/png;base64,iVBORw0KGgo=';
const card = { title: '秋冬女装 今晚 20:00', path: '/pages/shop/index?id=shop_1', picture };

describe('a card from the app', () => {
  it('is taken as it is, without what does not belong', () => {
    expect(readCard({ ...card, netFen: 1 })).toEqual(card);
  });

  it.each([
    ['nothing', null],
    ['text', 'card'],
    ['no title', { ...card, title: ' ' }],
    ['a title that is no text', { ...card, title: { $gt: '' } }],
    ['a title too long', { ...card, title: '长'.repeat(121) }],
    ['another page', { ...card, path: '/merchant/record/index?shopId=1' }],
    ['another host', { ...card, path: '//evil.example/pages/shop/index' }],
    ['a script', { ...card, path: 'javascript:alert(1)' }],
    ['a path that climbs', { ...card, path: '/pages/../merchant/hosts/index' }],
    ['a second hash', { ...card, path: '/pages/shop/index#/merchant/hosts/index' }],
    ['a picture elsewhere', { ...card, picture: 'https://evil.example/a.png' }],
    ['a picture that is a page', { ...card, picture: 'data:text/html;base64,AAAA' }],
    ['a drawing with scripts', { ...card, picture: 'data:image/svg+xml;base64,AAAA' }],
    ['no picture', { ...card, picture: null }],
    ['a picture too large', { ...card, picture: `${picture}${'A'.repeat(1_500_000)}` }],
  ])('is refused: %s', (_, value) => {
    expect(readCard(value)).toBeNull();
  });
});

describe('a message to the desk', () => {
  const frame = {};
  const expected = { origin: 'http://127.0.0.1:8787', source: frame };
  const data = { type: 'huadu:share-card', card };
  const event = { ...expected, data };

  it('brings a card, or says there is none', () => {
    expect(readShareMessage(event, expected)).toEqual({ card });
    const none = { ...event, data: { type: 'huadu:share-card', card: null } };
    expect(readShareMessage(none, expected)).toEqual({ card: null });
    const bad = { ...event, data: { ...data, card: { ...card, path: '/' } } };
    expect(readShareMessage(bad, expected)).toEqual({ card: null });
  });

  it('is not heard from elsewhere, or about something else', () => {
    const elsewhere = { ...event, origin: 'http://127.0.0.1:9999' };
    expect(readShareMessage(elsewhere, expected)).toBeNull();
    expect(readShareMessage({ ...event, source: {} }, expected)).toBeNull();
    expect(readShareMessage({ ...event, data: { type: 'other', card } }, expected)).toBeNull();
    expect(readShareMessage({ ...event, data: 'huadu:share-card' }, expected)).toBeNull();
  });
});
