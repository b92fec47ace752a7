// The page's Angular module: exceptions are rethrown, and every API call carries pass_ticket and lang.
angular
  .module('webwxApp', [])
  .factory('$exceptionHandler', () => (error) => {
    throw error;
  })
  .factory('sessionParameters', [
    '$injector',
    ($injector) => {
      const langOf = () => /[?&]lang=([^&#]*)/.exec(location.search);
      const add = (url, name, value) => `${url}${url.includes('?') ? '&' : '?'}${name}=${value}`;
      return {
        request: (config) => {
          if (!config.url.startsWith('/cgi-bin/mmwebwx-bin/')) return config;
          const passTicket = $injector.get('accountFactory').getPassticket();
          const lang = langOf();
          if (passTicket) config.url = add(config.url, 'pass_ticket', passTicket);
          if (lang) config.url = add(config.url, 'lang', lang[1]);
          return config;
        },
      };
    },
  ])
  .config([
    '$httpProvider',
    ($httpProvider) => {
      $httpProvider.interceptors.push('sessionParameters');
    },
  ]);
