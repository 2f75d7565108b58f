# syntax=docker/dockerfile:1
# Built from the sources with nothing but Maven; run as a user that can write nowhere but /data and /tmp.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml .
COPY src/main src/main
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 mvn -q -B package -Dmaven.test.skip=true -Dspotless.check.skip=true \
 && java -Djarmode=tools -jar target/notice-cascade-*.jar extract --layers --launcher --destination layers

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 cascade \
 && useradd --system --uid 10001 --gid cascade --no-create-home --shell /usr/sbin/nologin cascade \
 && install -d -o cascade -g cascade /data
WORKDIR /app
# What changes least comes first.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001:10001
ENV CASCADE_DATA_FOLDER=/data \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
STOPSIGNAL SIGTERM
# Readiness, as the proxy asks it; the JRE's image has curl.
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/actuator/health/readiness"]
# Set by the service itself, but here its launcher has read a file before: docs/decisions/0015.
ENTRYPOINT ["java", "-Djdk.nio.maxCachedBufferSize=262144", "org.springframework.boot.loader.launch.JarLauncher"]
