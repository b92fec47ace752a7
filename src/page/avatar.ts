// Pictures of people: fetched by the page, which has the cookies and the key, and handed on as data, which holds neither.

const PICTURE_PATHS = ['/cgi-bin/mmwebwx-bin/webwxgeticon', '/cgi-bin/mmwebwx-bin/webwxgetheadimg'];
/** In bytes: WeChat's icons are a few thousand. */
const LARGEST = 200_000;
/** In milliseconds. A picture that takes longer must not keep a connection from what matters. */
const LONGEST = 8000;
const PICTURE_TYPES = /^image\/(?:png|jpeg|gif|webp)$/;

export interface Pictures {
  /**
   * A picture as a `data:` URL, or null when there is none to be had.
   * @param headImgUrl the address in the contact; anything but WeChat's own picture calls on this host is left alone
   */
  readonly fetch: (headImgUrl: string) => Promise<string | null>;
  /** Gives up the pictures under way: a browser opens six connections to a host, and the group needs one. */
  readonly giveUp: () => void;
}

export function pictureFetcher(page: Window): Pictures {
  const underWay = new Set<AbortController>();
  return {
    async fetch(headImgUrl) {
      const url = pictureUrl(page, headImgUrl);
      if (url === undefined) return null;
      const abort = new AbortController();
      AbortSignal.timeout(LONGEST).addEventListener('abort', () => abort.abort());
      underWay.add(abort);
      try {
        const response = await page.fetch(url, { credentials: 'same-origin', signal: abort.signal });
        const picture = await response.blob();
        const isUsable = response.ok && picture.size <= LARGEST && PICTURE_TYPES.test(picture.type);
        return isUsable ? await dataUrl(picture) : null;
      } catch {
        return null;
      } finally {
        underWay.delete(abort);
      }
    },
    giveUp() {
      for (const abort of underWay) abort.abort();
    },
  };
}

function pictureUrl(page: Window, address: string): URL | undefined {
  if (address === '') return undefined;
  try {
    const url = new URL(address, page.location.origin);
    return url.origin === page.location.origin && PICTURE_PATHS.includes(url.pathname) ? url : undefined;
  } catch {
    return undefined;
  }
}

function dataUrl(picture: Blob): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null);
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(picture);
  });
}
