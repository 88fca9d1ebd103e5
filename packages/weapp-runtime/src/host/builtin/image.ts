import { attributeOf, emit } from '../events';
import { servicesOf } from './services';

/** How a picture fills its frame, in CSS. */
const FITS: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
};

/** `image`: pictures of the build and addresses of data, blobs and this machine. */
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
    const address = servicesOf(this).findPicture(path) ?? path;
    if (picture.getAttribute('src') !== address) picture.setAttribute('src', address);
    const mode = attributeOf(this, 'mode');
    picture.style.objectFit = FITS[typeof mode === 'string' ? mode : ''] ?? 'fill';
  }
}
