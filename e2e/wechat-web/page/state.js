// $state: opens a chat, as the page's router does.
angular.module('webwxApp').factory('$state', [
  'contactFactory',
  'chatFactory',
  (contactFactory, chatFactory) => {
    const $state = {
      current: { name: '' },
      params: {},
      /** Asks for an unknown room first; throws when that question is already on its way. */
      go: (name, params) => {
        if (name !== 'chat')
          throw new Error(`Could not resolve '${name}' from state '${$state.current.name}'`);
        const { userName } = params;
        const contact = contactFactory.getContact(userName, '', true);
        if (!contact && contactFactory.isBatchgetQueued(userName)) {
          throw new TypeError("Cannot read properties of undefined (reading 'UserName')");
        }
        if (!contact) contactFactory.addBatchgetContact({ UserName: userName, ChatRoomId: '' }, true);
        $state.current = { name };
        $state.params = { userName };
        chatFactory.setCurrentUserName(userName);
        window.__standIn.opened.push(userName);
      },
    };
    return $state;
  },
]);
