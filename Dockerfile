# The gateway. Node 24 runs TypeScript as it is: there is no build step.
FROM node:24-bookworm-slim

WORKDIR /okno
ENV NODE_ENV=production

# The image brings Node 24 itself, so the development dependencies stay out.
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --no-audit --no-fund && npm cache clean --force

COPY src ./src
COPY bots ./bots
COPY handoff ./handoff
COPY intents ./intents
COPY faq ./faq
COPY okno.yaml tsconfig.json LICENSE ./

# Everything the gateway writes lies here: make it a volume.
RUN mkdir /data && chown node:node /data
USER node
ENV OKNO_DATA=/data PORT=8080
VOLUME /data
EXPOSE 8080

HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]

# Exec form: the process gets SIGTERM itself and stops gracefully.
CMD ["node", "src/main.ts", "serve"]
