import { Module } from '@nestjs/common';
import { AnchoringStep } from './anchoring-step.entity';
import { Decision } from './decision.entity';
import { RouteTemplate, RouteTemplateStep } from './route-template.entity';

export const anchoringEntities = [RouteTemplate, RouteTemplateStep, AnchoringStep, Decision];

@Module({ providers: [] })
export class AnchoringModule {}
