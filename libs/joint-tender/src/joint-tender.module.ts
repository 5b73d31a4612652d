import { Module } from '@nestjs/common';
import { VerbModule } from '@samanker/verb';
import { ConfirmParticipants } from './confirm-participants';
import { JointTenderResolver } from './joint-tender.resolver';
import { ProposeParticipants } from './propose-participants';

/** The guard before the notice: two people freeze the participants when every condition is met. */
@Module({ imports: [VerbModule], providers: [JointTenderResolver, ProposeParticipants, ConfirmParticipants] })
export class JointTenderModule {}
