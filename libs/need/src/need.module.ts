import { Module } from '@nestjs/common';
import { ChangeNeed } from './change-need';
import { DeclareNeed } from './declare-need';
import { MarkNeedSolvedInHouse } from './mark-need-solved-in-house';
import { Need, NeedCpv } from './need.entity';
import { NeedResolver } from './need.resolver';
import { RegisterNeed } from './register-need';
import { WithdrawNeed } from './withdraw-need';

/** The tables of this word. */
export const needEntities = [Need, NeedCpv];

@Module({ providers: [NeedResolver, RegisterNeed, ChangeNeed, DeclareNeed, WithdrawNeed, MarkNeedSolvedInHouse] })
export class NeedModule {}
