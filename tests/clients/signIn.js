const { GRAPH, TOKENS, CLIENT, SECRET } = process.env;

// A token for an application, as any client library asks for one.
export async function signIn(secret = SECRET) {
  const answer = await fetch(TOKENS, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: CLIENT, client_secret: secret, scope: new URL('/.default', GRAPH).href }),
  });
  const token = await answer.json();
  if (!answer.ok) {
    throw new Error(`${answer.status} ${token.error}`);
  }

  return token.access_token;
}
