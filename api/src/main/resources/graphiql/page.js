// The key comes in the fragment (#key=…), which browsers never send, and goes into GraphiQL's header editor.
const key = new URLSearchParams(location.hash.slice(1)).get('key');
history.replaceState(null, '', location.pathname);

const headers = JSON.stringify({ Authorization: 'Bearer ' + (key || '<your API key>') }, null, 2);
const query = await (await fetch('welcome.graphql')).text();

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
