FROM node:24-bookworm-slim AS build
WORKDIR /heed
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
# The embedded PostgreSQL is an optional dependency that only a start without DATABASE_URL needs.
RUN npm prune --omit=dev --omit=optional

FROM node:24-bookworm-slim
WORKDIR /heed
ENV NODE_ENV=production \
    HEED_HOST=0.0.0.0 \
    HEED_PORT=3000
COPY --from=build /heed/package.json /heed/LICENSE ./
COPY --from=build /heed/node_modules node_modules
COPY --from=build /heed/dist/migrations dist/migrations
COPY --from=build /heed/dist/src dist/src
COPY --from=build /heed/models models
USER node
EXPOSE 3000
# A worker serves its health on HEED_WORKER_PORT, the API on HEED_PORT.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEED_WORKER_PORT || process.env.HEED_PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node runs as process 1 and handles SIGTERM and SIGINT itself.
CMD ["node", "dist/src/main.js"]
