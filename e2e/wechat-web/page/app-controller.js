// What the page shows: yourself, the chats, the chat that is open, or the QR code.
angular
  .module('webwxApp')
  .controller('appController', [
    '$scope',
    '$state',
    'confFactory',
    'accountFactory',
    'contactFactory',
    'chatFactory',
    'loginFactory',
    ($scope, $state, confFactory, accountFactory, contactFactory, chatFactory, loginFactory) => {
      const contactOf = (userName) => contactFactory.getContact(userName, '', true);
      $scope.draft = { text: '' };
      $scope.chats = () => {
        const list = chatFactory.getChatList().map(contactOf);
        return list.filter((contact) => contact !== undefined);
      };
      $scope.current = chatFactory.getCurrentUserName;
      $scope.title = () => contactOf(chatFactory.getCurrentUserName())?.getDisplayName() ?? '';
      $scope.messages = () => chatFactory.getChatMessage(chatFactory.getCurrentUserName());
      $scope.open = (userName) => $state.go('chat', { userName });
      $scope.send = () => {
        const ToUserName = chatFactory.getCurrentUserName();
        if (!ToUserName || !$scope.draft.text) return;
        const message = chatFactory.createMessage({
          ToUserName,
          Content: $scope.draft.text,
          MsgType: confFactory.MSGTYPE_TEXT,
        });
        chatFactory.appendMessage(message);
        chatFactory.sendMessage(message);
        $scope.draft.text = '';
      };
      // The page's own list is the shared array: it is refilled whenever a contact changes.
      $scope.$watch(
        () => contactFactory.contactChangeFlag,
        () => {
          const list = contactFactory.getAllFriendContact();
          $scope.friendCount = list.filter((entry) => entry.type !== 'header').length;
        },
      );
      $scope.$watch(
        () => accountFactory.getUserName() && accountFactory.getSkey(),
        (isLogin) => {
          $scope.isLogin = Boolean(isLogin);
          $scope.me = accountFactory.getUserInfo();
        },
      );
      $scope.$watch(
        () => loginFactory.qrCode,
        (qrCode) => {
          $scope.qrCode = qrCode;
        },
      );
      if (window.MMCgi.isLogin) loginFactory.init();
      else loginFactory.showQrCode();
    },
  ])
  // Pictures one after the other: those that never come must not use up the browser's connections.
  .directive('queuedSrc', () => {
    const waiting = [];
    let loading = 0;
    const next = () => {
      if (loading >= 2 || waiting.length === 0) return;
      const { image, src } = waiting.shift();
      loading += 1;
      image.onload = image.onerror = () => {
        loading -= 1;
        next();
      };
      image.src = src;
    };
    return (_scope, element, attributes) => {
      attributes.$observe('queuedSrc', (src) => {
        waiting.push({ image: element[0], src });
        next();
      });
    };
  });
