# The API without the embedded database (GPLv3): it needs a Neo4j server, see docker-compose.yml.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dslim -DskipTests package

FROM eclipse-temurin:25-jre
RUN groupadd --system grapevine \
    && useradd --system --gid grapevine --no-create-home grapevine \
    && install -d -o grapevine -g grapevine -m 700 /keys
COPY --from=build /src/api/target/grapevine-api-*-exec.jar /app/grapevine.jar
COPY LICENSE NOTICE /app/
USER grapevine
WORKDIR /app
ENV GRAPEVINE_KEYS=/keys/api.keys
VOLUME /keys
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-jar", "/app/grapevine.jar"]
