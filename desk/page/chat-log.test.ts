import { describe, expect, it } from 'vitest';

import { type ChatMessage, type ChatStorage, loadChat, needsTimeLine, saveChat } from './chat-log';

function storageOf(limit = Infinity): ChatStorage & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > limit) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
  };
}

function message(at: number): ChatMessage {
  return {
    at,
    sender: 'streamer',
    card: {
      title: `卡片 ${at}`,
      path: '/pages/shop/index?id=a',
      picture: 'data:image/png;base64,AA',
    },
  };
}

describe('the chat', () => {
  it('is kept and read again', () => {
    const storage = storageOf();
    const messages = [message(1), message(2)];
    expect(saveChat(storage, messages)).toEqual(messages);
    expect(loadChat(storage)).toEqual(messages);
  });

  it('leaves nothing behind when cleared', () => {
    const storage = storageOf();
    saveChat(storage, [message(1)]);
    expect(saveChat(storage, [])).toEqual([]);
    expect(storage.kept.size).toBe(0);
  });

  it('gives up the oldest when the store is full', () => {
    const storage = storageOf(JSON.stringify([message(2), message(3)]).length);
    expect(saveChat(storage, [message(1), message(2), message(3)])).toEqual([
      message(2),
      message(3),
    ]);
    expect(loadChat(storage)).toHaveLength(2);
  });

  it('leaves out what is malformed', () => {
    const storage = storageOf();
    const wrong = [null, { ...message(1), sender: 'admin' }, { ...message(1), card: {} }];
    storage.setItem('huadu-desk.chat', JSON.stringify([...wrong, message(4)]));
    expect(loadChat(storage)).toEqual([message(4)]);
    storage.setItem('huadu-desk.chat', '{');
    expect(loadChat(storage)).toEqual([]);
  });

  it('shows the time at the start and after five minutes', () => {
    expect(needsTimeLine(message(0), undefined)).toBe(true);
    expect(needsTimeLine(message(300_000), message(0))).toBe(false);
    expect(needsTimeLine(message(300_001), message(0))).toBe(true);
  });
});
