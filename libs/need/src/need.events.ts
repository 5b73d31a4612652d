import { DomainEvent } from '@samanker/database';

/** A need was opened to the region. */
export class NeedDeclared extends DomainEvent<{ needId: string }> {}

/** A declared need says something else than before. */
export class NeedChanged extends DomainEvent<{ needId: string }> {}

/** A declared need is open no longer: taken back, or solved in-house. */
export class NeedWithdrawn extends DomainEvent<{ needId: string }> {}
