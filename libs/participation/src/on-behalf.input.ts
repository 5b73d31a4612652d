import { Field, InputType } from '@nestjs/graphql';
import { Uuid } from '@samanker/request';

@InputType({
  description:
    'Demanded of the host only: why it registers this for the organisation, and where the organisation’s written request is. Marked for ever.',
})
export class OnBehalfInput {
  @Field(() => String, { description: 'Why the host does it; at most 1 000 characters.' })
  because!: string;

  @Field(() => String, {
    description:
      'Where the organisation’s written request is: a reference in the archive, or a link that begins with https://. At most 1 000 characters.',
  })
  evidence!: string;

  @Field(() => Uuid, { nullable: true, description: 'The written request itself, where it has been uploaded.' })
  attachmentId?: string | null;
}
