// chatFactory: the chat that is open, its messages, and how a text is sent.
angular.module('webwxApp').factory('chatFactory', [
  '$http',
  'confFactory',
  'accountFactory',
  'emojiFactory',
  ($http, confFactory, accountFactory, emojiFactory) => {
    const byChat = {};
    let chats = [];
    let current = '';
    let count = 0;
    const nextId = () => {
      count += 1;
      return `${Date.now()}${String(count).padStart(4, '0')}`;
    };

    const chatFactory = {
      /** UserNames, the latest first. */
      getChatList: () => chats,
      setChatList: (userNames) => {
        chats = userNames;
      },
      addChatList: (userName) => {
        chats = [userName, ...chats.filter((one) => one !== userName)];
      },
      removeChat: (userName) => {
        chats = chats.filter((one) => one !== userName);
      },
      getCurrentUserName: () => current,
      setCurrentUserName: (userName) => {
        current = userName;
        if (userName) chatFactory.addChatList(userName);
      },
      getChatMessage: (userName) => {
        byChat[userName] = byChat[userName] || [];
        return byChat[userName];
      },
      createMessage: ({ ToUserName, Content, MsgType }) => {
        const id = nextId();
        return {
          ClientMsgId: id,
          LocalID: id,
          FromUserName: accountFactory.getUserName(),
          ToUserName,
          Type: MsgType,
          MsgType,
          Content,
          MMSendContent: emojiFactory.formatHTMLToSend(Content),
        };
      },
      appendMessage: (message) => {
        chatFactory.getChatMessage(message.ToUserName).push(message);
        chatFactory.addChatList(message.ToUserName);
      },
      sendMessage: (message) => {
        message.MMStatus = 'sending';
        $http({
          method: 'POST',
          url: confFactory.API_webwxsendmsg,
          data: Object.assign(accountFactory.getBaseRequest(), {
            Msg: {
              Type: message.Type,
              Content: message.MMSendContent,
              FromUserName: message.FromUserName,
              ToUserName: message.ToUserName,
              LocalID: message.LocalID,
              ClientMsgId: message.ClientMsgId,
            },
            Scene: 0,
          }),
        })
          .success((body) => {
            message.MMStatus = body?.BaseResponse?.Ret === 0 ? 'sent' : 'failed';
            message.MsgId = body?.MsgID;
          })
          .error(() => {
            message.MMStatus = 'failed';
          });
      },
    };
    return chatFactory;
  },
]);
