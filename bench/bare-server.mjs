// The bare limit: node:http and pg, the same JSON from one SQL statement, no log-in, no row-level security, no limits.
import { createServer } from 'node:http';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const { DATABASE_URL, STATEMENT, CASE_ID, HOST_ID, PERSON_ID, TODAY, PORT } = process.env;
// As the host's coordinator asks: who sees which note, and whose number (R28).
const VALUES = [CASE_ID, TODAY, null, HOST_ID, false, false, true, PERSON_ID, ['COORDINATOR']];
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10, options: '-c jit=off' });

const server = createServer((request, response) => {
  request.resume().on('end', async () => {
    const { rows } = await pool.query({ name: 'board', text: STATEMENT, values: VALUES });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { caseBoard: rows[0].board } }));
  });
});
server.listen(Number(PORT), '127.0.0.1', () => process.send('ready'));
