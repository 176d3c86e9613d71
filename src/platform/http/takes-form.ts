import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedMediaTypeException } from '@nestjs/common';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const PARTS_TYPE = 'multipart/form-data';

/**
 * The route's body is a form as browsers send it without a script. Its limits on the rate are its own: what
 * people meet answers them with a page, not with a problem in JSON.
 */
export const TakesForm = () => RouteConfig({ takesForm: true, rateLimit: false });

/** As `TakesForm`; of a form in parts, which mail programs may send (RFC 8058), only that it was sent. */
export const TakesOneClick = () => RouteConfig({ takesForm: true, takesParts: true, rateLimit: false });

/** The route answers people, not programs; its limits on the rate are its own. */
export const ShowsPage = () => RouteConfig({ rateLimit: false });

/** The fields of the form a request brought; none when it brought none. */
export function formOf({ body }: FastifyRequest): URLSearchParams {
  return body instanceof URLSearchParams ? body : new URLSearchParams();
}

/** Lets routes marked so take forms. A form anywhere else would be a body that no check of shape knows. */
export function acceptForms(fastify: FastifyInstance, bodyLimitBytes: number): void {
  const options = { parseAs: 'string', bodyLimit: bodyLimitBytes } as const;
  fastify.addContentTypeParser<string>(FORM_TYPE, options, (request, body, done) => {
    if (takesForm(request)) done(null, new URLSearchParams(body));
    else done(new UnsupportedMediaTypeException('This takes application/json, not a form.'));
  });
  fastify.addContentTypeParser(PARTS_TYPE, options, (request, _body, done) => {
    if (takesParts(request)) done(null, new URLSearchParams());
    else done(new UnsupportedMediaTypeException(`This does not take ${PARTS_TYPE}.`));
  });
}

function takesForm({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { takesForm?: boolean } | undefined)?.takesForm === true;
}

function takesParts({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { takesParts?: boolean } | undefined)?.takesParts === true;
}
