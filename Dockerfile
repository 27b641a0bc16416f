# install
FROM node:22-bookworm AS install
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci

# generate and build
FROM install AS build
COPY . .
RUN npm run generate && npm prune --omit=dev

# run as an unprivileged user: SQLite under /data, simulated head end
FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
COPY --from=build /app/wsdl ./wsdl
COPY --from=build /app/config ./config
RUN mkdir /data && chown node /data
USER node
ENV CIMGATE_HOST=0.0.0.0 CIMGATE_STORE=sqlite:/data/cimgate.db NODE_OPTIONS=--disable-proto=delete
VOLUME /data
EXPOSE 8080
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/cimgate.js", "serve"]
