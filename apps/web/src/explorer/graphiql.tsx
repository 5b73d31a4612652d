import 'graphiql/style.css';
import './graphiql.css';
import { GraphiQL, type GraphiQLProps } from 'graphiql';
import { createRoot } from 'react-dom/client';

/** Sends to the API with the session's cookie; subscriptions are not served. */
const fetcher: GraphiQLProps['fetcher'] = async (asked) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(asked),
  });
  return (await response.json()) as Record<string, unknown>;
};

const place = document.getElementById('graphiql');
if (place)
  createRoot(place).render(<GraphiQL fetcher={fetcher} defaultQuery="{ me { name today } }" forcedTheme="light" />);
