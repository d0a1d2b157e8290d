// The peer of measurements 4 and 10: @neo4j/graphql behind Apollo Server, on the database that the benchmark started.
// Reads from the environment: NEO4J_URI, NEO4J_PASSWORD. Listens on a free port of loopback and prints it.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const typeDefs = `#graphql
  type Customer @node {
    id: ID!
    key: String!
    externalId: String!
    wallet: [Wallet!]! @relationship(type: "OWNS", direction: OUT)
    referrals: [Customer!]! @relationship(type: "REFERRED", direction: OUT)
  }

  type Wallet @node {
    id: ID!
    balance: Int!
  }
`;

const driver = neo4j.driver(
  process.env.NEO4J_URI,
  neo4j.auth.basic("neo4j", process.env.NEO4J_PASSWORD),
);
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const server = new ApolloServer({ schema });
const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: 0 } });
console.log(`The peer is ready at ${url}`);
