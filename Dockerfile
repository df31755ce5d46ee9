# The ledger as an image, for a PostgreSQL or an Axon Server of your own. Built and started by docker-compose.yml.
FROM debian:trixie-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven openjdk-21-jdk-headless
WORKDIR /ledger
COPY . .
RUN mvn -B -ntp -Dmaven.test.skip=true -Dformat.skip=true package

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-21-jre-headless \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 1000 --create-home ledger \
    && install -d -o ledger -g ledger -m 0700 /data /data/secrets
COPY --from=build /ledger/launcher/target/matter-ledger.jar /matter-ledger.jar
USER ledger
VOLUME /data
# Names that are typed on the command line are UTF-8.
ENV LANG=C.UTF-8
EXPOSE 8080
# Any signal to the container reaches the ledger, which then stops in order.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "/matter-ledger.jar"]
CMD ["start", "--address", "0.0.0.0", "--home", "/data"]
