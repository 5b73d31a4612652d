import { type DynamicModule, Module } from '@nestjs/common';
import { AllowCodeLogIn } from './allow-code-log-in';
import { ChangePerson } from './change-person';
import { CodeLogInController } from './code-log-in.controller';
import { CodeLogInResolver } from './code-log-in.resolver';
import { ConnectLogInController } from './connect-log-in.controller';
import { CreateMachineClient } from './create-machine-client';
import { DelegateRole } from './delegate-role';
import { DevelopmentLogInController } from './development-log-in.controller';
import { EndDelegation } from './end-delegation';
import { EndRole } from './end-role';
import { GrantRole } from './grant-role';
import { IdentityResolver } from './identity.resolver';
import { LogInController } from './log-in.controller';
import { MachineClient } from './machine-client.entity';
import { MachineClientResolver } from './machine-client.resolver';
import { MachineTokenController } from './machine-token.controller';
import { LOG_IN_SETTINGS, OpenIdConnect, type LogInSettings } from './open-id-connect';
import { Person, Role } from './person.entity';
import { RegisterPerson } from './register-person';
import { RevokeMachineClient } from './revoke-machine-client';
import { RotateMachineClientSecret } from './rotate-machine-client-secret';
import { RoleDelegation } from './role-delegation.entity';
import { RoleResolver } from './role.resolver';
import { SessionController } from './session.controller';

export const identityEntities = [Person, Role, RoleDelegation, MachineClient];

@Module({
  providers: [
    IdentityResolver,
    MachineClientResolver,
    CreateMachineClient,
    RotateMachineClientSecret,
    RevokeMachineClient,
    CodeLogInResolver,
    AllowCodeLogIn,
    RoleResolver,
    RegisterPerson,
    ChangePerson,
    GrantRole,
    EndRole,
    DelegateRole,
    EndDelegation,
  ],
  controllers: [MachineTokenController, ...(process.env.NODE_ENV === 'production' ? [] : [DevelopmentLogInController])],
})
export class IdentityModule {}

/** The ways in and out for people, for the host that serves them. */
@Module({})
export class LogInModule {
  static register(settings: LogInSettings): DynamicModule {
    return {
      module: LogInModule,
      controllers: [LogInController, CodeLogInController, ConnectLogInController, SessionController],
      providers: [OpenIdConnect, { provide: LOG_IN_SETTINGS, useValue: settings }],
    };
  }
}
