import type { Lang } from '../../src/domain/lang';
import { type ChatMessage, needsTimeLine } from './chat-log';
import type { PersonId } from './people';
import type { DeskWords } from './words';

/** What the chat shows, and how it answers a tap. */
export interface ChatView {
  readonly messages: readonly ChatMessage[];
  /** Whose phone it is: their own messages stand on the right. */
  readonly self: PersonId;
  readonly language: Lang;
  readonly words: DeskWords;
  readonly onOpen: (message: ChatMessage) => void;
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const CHINA = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;

function timeLine(at: number, language: Lang): HTMLElement {
  const day = (instant: number): string => new Date(instant).toLocaleDateString(language, CHINA);
  const isToday = day(at) === day(Date.now());
  const time = new Date(at).toLocaleString(language, {
    ...CHINA,
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  });
  const line = element('li', 'chat__line');
  line.append(element('time', '', time));
  return line;
}

function cardButton(message: ChatMessage, view: ChatView): HTMLElement {
  const { words } = view;
  const { title, picture } = message.card;
  const button = element('button', 'card');
  button.type = 'button';
  button.dataset.testid = 'card';
  button.setAttribute('aria-label', words.openCard(title));
  const image = element('img', 'card__picture');
  image.src = picture;
  image.alt = '';
  const foot = element('span', 'card__foot');
  foot.append(element('span', 'card__app', words.app), element('span', '', words.miniProgram));
  button.append(element('span', 'card__title', title), image, foot);
  button.addEventListener('click', () => view.onOpen(message));
  return button;
}

function messageRow(message: ChatMessage, view: ChatView): HTMLElement {
  const isSelf = message.sender === view.self;
  const name = view.words.people[message.sender].name;
  const row = element('li', isSelf ? 'message message--self' : 'message');
  const avatar = element('span', `avatar avatar--${message.sender}`, name.slice(0, 1));
  avatar.setAttribute('aria-hidden', 'true');
  const body = element('div', 'message__body');
  body.append(element('span', 'message__name', name), cardButton(message, view));
  row.append(avatar, body);
  return row;
}

/** Draws the chat as WeChat shows a group, and scrolls to its end. */
export function drawChat(list: HTMLElement, view: ChatView): void {
  const rows = view.messages.flatMap((message, index) => {
    const row = messageRow(message, view);
    const isLater = !needsTimeLine(message, view.messages[index - 1]);
    return isLater ? [row] : [timeLine(message.at, view.language), row];
  });
  list.replaceChildren(...rows);
  if (rows.length === 0) list.append(element('li', 'chat__line', view.words.empty));
  list.scrollTop = list.scrollHeight;
}
