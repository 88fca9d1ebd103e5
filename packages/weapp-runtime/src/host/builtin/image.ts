import { attributeOf, emit } from '../events';
import { servicesOf } from './services';

/** The CSS `object-fit` of each mode. */
const FITS: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
};

/** `image`: shows pictures of the build, data URLs, and addresses the browser can load. */
export class WxImage extends HTMLElement {
  static observedAttributes = ['src', 'mode'];

  private picture: HTMLImageElement | null = null;

  connectedCallback(): void {
    if (this.picture) return;
    const picture = this.ownerDocument.createElement('img');
    this.picture = picture;
    this.append(picture);
    picture.addEventListener('load', (event) => {
      event.stopPropagation();
      emit(this, 'load', { width: picture.naturalWidth, height: picture.naturalHeight });
    });
    picture.addEventListener('error', (event) => {
      event.stopPropagation();
      emit(this, 'error', { errMsg: `GET ${picture.src} failed` });
    });
    this.apply();
  }

  attributeChangedCallback(): void {
    this.apply();
  }

  private apply(): void {
    const { picture } = this;
    if (!picture) return;
    const src = attributeOf(this, 'src');
    const path = typeof src === 'string' ? src : '';
    const url = servicesOf(this).findPicture(path) ?? path;
    if (picture.getAttribute('src') !== url) picture.setAttribute('src', url);
    const mode = attributeOf(this, 'mode');
    picture.style.objectFit = FITS[typeof mode === 'string' ? mode : ''] ?? 'fill';
  }
}
