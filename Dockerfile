# Rungs as one image: the server, and the commands of `npm run rungs` beside it. docs/operations.md says how to run it.
FROM node:22-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# Some packages are compiled where no binary is offered for the machine.
FROM base AS compiler
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./

FROM compiler AS packages
RUN npm ci --omit=dev

FROM compiler AS build
RUN npm ci
COPY . .
# The same value in the next build lets forms that were open during an upgrade still be sent.
ARG NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
RUN npm run build && rm -rf .next/cache

FROM base AS rungs
ENV NODE_ENV=production DATABASE_URL=file:/data/rungs.db
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY package.json tsconfig.json next.config.ts LICENSE NOTICE ./
COPY public ./public
COPY content ./content
COPY db ./db
COPY lib ./lib
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which would stand between the server and the signal that stops it.
CMD ["node", "node_modules/next/dist/bin/next", "start"]
