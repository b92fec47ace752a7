// Pages whose chatroomFactory is there but does not do what it should.
angular.module('webwxApp').config([
  '$provide',
  ($provide) => {
    const creates = {
      'factory-throws': () => {
        throw new TypeError("Cannot read properties of undefined (reading 'length')");
      },
      'factory-returns-nothing': () => undefined,
      'factory-never-settles': ($q) => $q.defer().promise,
    };
    const create = creates[window.__standIn.page];
    if (create === undefined) return;
    $provide.decorator('chatroomFactory', [
      '$delegate',
      '$q',
      ($delegate, $q) => {
        const proper = $delegate.create;
        $delegate.create = (memberList) => {
          if (window.__standIn.factorySends) proper(memberList);
          return create($q);
        };
        return $delegate;
      },
    ]);
  },
]);
