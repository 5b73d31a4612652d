import 'reflect-metadata';
import { demandProductionImage, withSecretFiles } from '@samanker/settings';
import { commands } from './commands';
import { plainSentence } from './plain-sentence.rules';

async function main(): Promise<void> {
  const [name = 'help', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) {
    const list = Object.entries(commands).map(([word, { says }]) => `  ${word.padEnd(14)} ${says}`);
    process.stdout.write(`Usage: npm run console -- <command> [arguments]\n\n${list.join('\n')}\n`);
    process.exitCode = name === 'help' ? 0 : 2;
    return;
  }
  const { env, faults } = withSecretFiles(process.env);
  faults.push(...demandProductionImage(env));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  Object.assign(process.env, env);
  process.exitCode = await command.run(args);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${plainSentence(error)}\n`);
    process.exit(1);
  },
);
