import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Region } from '@samanker/organisation';
import { AskedBy, Refusal, type Asker } from '@samanker/request';
import { AllowCodeLogIn, AllowCodeLogInInput, AllowCodeLogInResult } from './allow-code-log-in';

@Resolver()
export class CodeLogInResolver {
  constructor(private readonly allow: AllowCodeLogIn) {}

  @Mutation(() => AllowCodeLogInResult, {
    description: 'Allows or ends the log-in by a one-time code in your region.',
  })
  allowCodeLogIn(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'What to do.' }) input: AllowCodeLogInInput,
  ): Promise<Region | Refusal> {
    return this.allow.carryOut(asker, input);
  }
}
