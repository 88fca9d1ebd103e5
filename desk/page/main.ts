import type { Lang } from '../../src/domain/lang';
import { CapsuleMenu } from './capsule';
import { type ChatMessage, loadChat, saveChat } from './chat-log';
import { drawChat } from './chat-view';
import { NavigationBar } from './navigation-bar';
import { HOME, PEOPLE, type PersonId } from './people';
import { Phone } from './phone';
import type { SharedCard } from './share-message';
import { applyWords, type DeskWords, WORDS } from './words';

const LANGUAGE_KEY = 'huadu-desk.language';
const TOAST_MS = 2000;

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`desk/page/index.html has no #${id}`);
  return found;
}

/** The whole page: who holds the phone, which language, what is in the chat. */
class DeskPage {
  private person: PersonId = 'streamer';
  private language: Lang = localStorage.getItem(LANGUAGE_KEY) === 'en-US' ? 'en-US' : 'zh-CN';
  private messages: ChatMessage[] = loadChat(localStorage);
  private toastTimer: number | undefined;
  private readonly bar = new NavigationBar(byId('page-title'), byId('back'));
  private readonly phone = new Phone(byId('screen'), this.bar, {
    onCard: (card) => this.handleCard(card),
    onNoCard: () => this.say(this.words.cannotShare),
  });

  start(): void {
    new CapsuleMenu({
      screen: byId('screen'),
      more: byId('more'),
      sheet: byId('sheet'),
      items: ['share', 'enter', 'cancel'].map(byId),
    });
    byId('share').addEventListener('click', () => this.phone.requestCard());
    byId('enter').addEventListener('click', () => this.open(HOME));
    byId('reopen').addEventListener('click', () => this.open(HOME));
    byId('close').addEventListener('click', () => this.closeApp());
    byId('clear').addEventListener('click', () => this.keep([]));
    byId('language').addEventListener('click', () => this.switchLanguage());
    this.speak();
    this.open(HOME);
  }

  private get words(): DeskWords {
    return WORDS[this.language];
  }

  private open(path: string): void {
    byId('closed').hidden = true;
    byId('capsule').hidden = false;
    this.phone.open(this.person, path, this.words.phone);
  }

  private closeApp(): void {
    this.phone.close();
    byId('capsule').hidden = true;
    byId('closed').hidden = false;
    byId('reopen').focus();
  }

  private handleCard(card: SharedCard): void {
    this.keep([...this.messages, { at: Date.now(), sender: this.person, card }]);
    this.say(this.words.shared);
  }

  private keep(messages: ChatMessage[]): void {
    this.messages = saveChat(localStorage, messages);
    this.draw();
  }

  private say(text: string): void {
    const toast = byId('toast');
    toast.textContent = text;
    toast.hidden = false;
    window.clearTimeout(this.toastTimer);
    this.toastTimer = window.setTimeout(() => {
      toast.hidden = true;
    }, TOAST_MS);
  }

  private switchLanguage(): void {
    this.language = this.language === 'zh-CN' ? 'en-US' : 'zh-CN';
    localStorage.setItem(LANGUAGE_KEY, this.language);
    this.speak();
  }

  private speak(): void {
    document.documentElement.lang = this.language;
    document.title = this.words.name;
    applyWords(this.words, document);
    this.bar.speak(this.words);
    byId('language').textContent = this.words.otherLanguage;
    byId('people').replaceChildren(...PEOPLE.map((person) => this.personChoice(person)));
    this.draw();
  }

  private personChoice(person: PersonId): HTMLElement {
    const { name, note } = this.words.people[person];
    const label = document.createElement('label');
    label.className = 'person';
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = 'person';
    radio.value = person;
    radio.checked = person === this.person;
    radio.addEventListener('change', () => this.become(person));
    const title = document.createElement('span');
    title.className = 'person__name';
    title.textContent = name;
    const small = document.createElement('small');
    small.textContent = note;
    label.append(radio, title, small);
    return label;
  }

  private become(person: PersonId): void {
    this.person = person;
    this.open(HOME);
    this.draw();
  }

  private draw(): void {
    drawChat(byId('messages'), {
      messages: this.messages,
      self: this.person,
      language: this.language,
      words: this.words,
      onOpen: (message) => this.open(message.card.path),
    });
  }
}

new DeskPage().start();
