import { Button, Card, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { RevokeMachineClientDocument, RotateMachineClientSecretDocument } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { State } from '../page/marks';
import { Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { useMe } from './me';
import type { Program } from './programs.page';
import type { ToldSecret } from './secret-once';

/** One program: what it has access to, until when, and the ways to exchange its secret or to take its access away. */
export function ProgramCard({
  program,
  told,
  said,
}: {
  program: Program;
  told: (secret: ToldSecret) => void;
  said: (text: string) => void;
}) {
  const { t, instant } = useLanguage();
  const { now } = useMe();
  const over = !program.revokedAt && program.expiresAt <= now;
  const lives = !program.revokedAt && !over;
  const overlaps = program.previousValidUntil !== null && program.previousValidUntil > now;
  return (
    <Card data-color="neutral">
      <Card.Block className="stack-tight" data-color="accent">
        <div className="row-between">
          <Heading level={3} data-size="2xs">
            {program.name}
          </Heading>
          {lives && (
            <State sign="done" colour="success">
              {t.programs.lives}
            </State>
          )}
          {over && (
            <State sign="out" colour="neutral">
              {t.programs.over}
            </State>
          )}
          {program.revokedAt && (
            <State sign="stop" colour="danger">
              {t.programs.revoked}
            </State>
          )}
        </div>
        <Facts
          rows={[
            [t.programs.clientId, <code key="id">{program.clientId}</code>],
            [t.programs.scopes, program.scopes.map((scope) => t.programs.scope[scope]).join('. ')],
            [t.programs.created, instant(program.createdAt)],
            [t.programs.expires, !program.revokedAt && instant(program.expiresAt)],
            [t.programs.revokedAt, program.revokedAt && instant(program.revokedAt)],
            [t.programs.previous, lives && overlaps && instant(program.previousValidUntil!)],
          ]}
        />
        {lives && <ProgramVerbs program={program} told={told} said={said} />}
      </Card.Block>
    </Card>
  );
}

function ProgramVerbs({
  program,
  told,
  said,
}: {
  program: Program;
  told: (secret: ToldSecret) => void;
  said: (text: string) => void;
}) {
  const { t } = useLanguage();
  const rotate = useVerb(RotateMachineClientSecretDocument);
  const revoke = useVerb(RevokeMachineClientDocument);
  const [asks, setAsks] = useState<'rotate' | 'revoke' | null>(null);
  const { id, name, clientId } = program;
  const exchange = async (): Promise<void> => {
    const issued = await rotate.carryOut({ machineClientId: id });
    if (issued && 'client' in issued) told({ name, clientId, clientSecret: issued.clientSecret ?? '' });
    if (issued) setAsks(null);
  };
  const takeAway = async (): Promise<void> => {
    if (await revoke.carryOut({ machineClientId: id })) said(t.programs.hasNoAccess(name));
  };
  if (!asks)
    return (
      <div className="buttons">
        <Button variant="secondary" data-size="sm" onClick={() => setAsks('rotate')}>
          {t.programs.rotate}
          <span className="unseen">: {name}</span>
        </Button>
        <Button variant="tertiary" data-color="danger" data-size="sm" onClick={() => setAsks('revoke')}>
          {t.programs.revoke}
          <span className="unseen">: {name}</span>
        </Button>
      </div>
    );
  const rotates = asks === 'rotate';
  const question = rotates ? t.programs.rotateSure(name) : t.programs.revokeSure(name);
  return (
    <div className="stack-tight" role="group" aria-label={question}>
      <Paragraph>{question}</Paragraph>
      <Refusal verb={rotates ? rotate : revoke} />
      <div className="buttons">
        <Button
          data-size="sm"
          data-color={rotates ? undefined : 'danger'}
          loading={rotate.busy || revoke.busy}
          onClick={() => void (rotates ? exchange() : takeAway())}
          autoFocus
        >
          {rotates ? t.programs.rotateNow : t.programs.revokeNow}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={() => setAsks(null)}>
          {t.administration.cancel}
        </Button>
      </div>
    </div>
  );
}
