// The key comes in the fragment (#key=…), which browsers never send, and goes into GraphiQL's header editor.
const key = new URLSearchParams(location.hash.slice(1)).get('key');
history.replaceState(null, '', location.pathname);

const headers = JSON.stringify({ Authorization: 'Bearer ' + (key || '<your API key>') }, null, 2);
const query = `# Welcome to Grapevine. Press the play button: who brought Annie, and what has Grace earned?
{
  annie: customer(ref: {external: {brand: "larkspur", externalId: "annie"}}) {
    displayName
    referralChain { depth referredAt customer { displayName } }
  }
  grace: customer(ref: {external: {brand: "larkspur", externalId: "grace"}}) {
    wallet { balance entries(first: 5) { edges { node { isCredit amount reason } } } }
    badges { edges { node { badge { name } reason } } }
    referralStats { direct descendants maxDepth }
  }
}
`;

const fetcher = async (parameters, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...(options.headers || {}) },
    body: JSON.stringify(parameters),
  });
  return response.json();
};

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: query,
    headers,
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: false,
  }),
);
