// emojiFactory: emoji markup as the server sends it, as the page shows it, and as it is sent back.
angular
  .module('webwxApp')
  .factory('emojiFactory', [
    'confFactory',
    (confFactory) => {
      const faces = { '1f604': '[笑脸]', '1f601': '[呲牙]', '1f4ab': '[困]' };
      const image = (_span, code) =>
        `<img class="emoji emoji${code}" text="${faces[code] || ''}_web" src="${confFactory.RES_IMG_PLACEHOLDER}" />`;
      const decode = (html) =>
        html
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&nbsp;/g, ' ')
          .replace(/&amp;/g, '&');
      /** 2, 4 or 5 digits are one character; 6 are 2 + 4, 8 are 4 + 4, 10 are 5 + 5. */
      const characters = (code) => {
        const first = { 6: 2, 8: 4, 10: 5 }[code.length] || code.length;
        const points = [code.slice(0, first), code.slice(first)].filter((part) => part !== '');
        return points.map((part) => String.fromCodePoint(Number.parseInt(part, 16))).join('');
      };
      return {
        /** Spans into images; markup without its last `>` stays as it is. */
        emoticonFormat: (html) => html.replace(/<span class="emoji emoji(\w+)"><\/span>/g, image),
        formatHTMLToSend: (html) =>
          decode(
            html.replace(/<img[^>]*? text="(.*?)(?:_web)?"[^>]*>/gi, '$1').replace(/<br\s*\/?>/gi, '\n'),
          ),
        /** For this page's own eyes: what the name says, as text. */
        plainText: (html) =>
          decode(
            html
              .replace(/<(?:img|span) class="emoji emoji([0-9a-f]+)"[^>]*>(?:<\/span>?)?/g, (_all, code) =>
                characters(code),
              )
              .replace(/<img class="qqemoji[^>]*? text="(.*?)(?:_web)?"[^>]*>/g, '$1'),
          ),
      };
    },
  ])
  .filter('plainText', ['emojiFactory', (emojiFactory) => (html) => emojiFactory.plainText(html || '')]);
