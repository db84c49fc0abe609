"""Run extract over a Spark DataFrame of documents.

Each task starts the static binary once for its partition and streams the documents through it as JSON lines. The result
has one row a document: the record's fields, or an error. A task is a pure function of its partition, so that a retried
or speculative copy gives the same rows.

    from extract_spark import extract_documents
    records = extract_documents(spark.read.parquet("articles"), binary="./extract", text="body", id="url", date="published")
    records.write.parquet("records")
"""

import collections
import json
import os
import re
import stat
import subprocess
import threading

MENTION = "STRUCT<start: INT, end: INT, text: STRING, form: STRING, via: STRING, score: DOUBLE>"
SCHEMA = f"""id STRING, date STRING, date_from STRING,
entities ARRAY<STRUCT<type: STRING, name: STRING, name_en: STRING, id: STRING, wikidata: STRING, geonames: INT, country: STRING,
  roles: ARRAY<STRING>, count: INT, mentions: ARRAY<{MENTION}>>>,
dates ARRAY<STRUCT<start: INT, end: INT, text: STRING, type: STRING, value: STRING, resolved: STRING, offset: STRING,
  calendar: STRING, original: STRING, `group`: INT>>,
topics ARRAY<STRUCT<id: STRING, label_ar: STRING, label_en: STRING, broader: ARRAY<STRING>, score: DOUBLE,
  evidence: ARRAY<STRUCT<start: INT, end: INT, text: STRING, weight: DOUBLE>>>>,
error STRING"""

# A message of extract about one line of its input: "extract: -:12: no text: ...".
MESSAGE = re.compile(r"^extract: -:(\d+): (.*)$")
BATCH = 256


def extract_documents(df, binary, text="text", id="id", date=None, args=()):
    """Return a DataFrame with SCHEMA, one row for each row of df.

    binary: path of the program on the driver; it is shipped to the workers.
    text, id, date: columns of df; date may be None. args: further flags, such as ["--only", "dates"].
    """
    from pyspark.sql import functions as F

    context = df.sparkSession.sparkContext
    context.addFile(os.path.abspath(binary))
    context.addPyFile(os.path.abspath(__file__))
    columns = [F.col(id).cast("string").alias("id"), F.col(text).cast("string").alias("text")]
    columns.append((F.col(date).cast("string") if date else F.lit(None).cast("string")).alias("date"))
    name, flags = os.path.basename(binary), list(args)

    def run(batches):
        from extract_spark import rows_of_partition

        return rows_of_partition(batches, name, flags)

    return df.select(*columns).mapInArrow(run, SCHEMA)


def rows_of_partition(batches, name, flags):
    """Yield Arrow batches of rows for the Arrow batches of one partition."""
    import pyarrow as pa
    from pyspark import SparkFiles

    program = SparkFiles.get(name)
    os.chmod(program, os.stat(program).st_mode | stat.S_IXUSR)
    schema = arrow_schema(pa)
    rows = []
    for row in Stream(program, flags, documents(batches)).rows():
        rows.append(row)
        if len(rows) == BATCH:
            yield pa.RecordBatch.from_pylist(rows, schema=schema)
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def documents(batches):
    for batch in batches:
        for doc in batch.to_pylist():
            yield doc


class Stream:
    """One run of the program over a stream of documents, whose rows come in the order of the documents."""

    def __init__(self, program, flags, docs):
        self.docs = docs
        self.pending = collections.deque()  # documents that are in the program, in order
        self.failures = {}  # line number -> message
        self.fault = None  # of reading the documents
        self.process = subprocess.Popen(
            [program, "--input", "jsonl", "--jobs", "1", *flags, "-"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def rows(self):
        feeder = threading.Thread(target=self.feed, daemon=True)
        listener = threading.Thread(target=self.listen, daemon=True)
        feeder.start()
        listener.start()
        next_line = 1
        for line in self.process.stdout:
            record = json.loads(line)
            number = int(record["id"])
            yield from self.gaps(next_line, number)
            yield self.answer(record)
            next_line = number + 1
        feeder.join()
        listener.join()
        code = self.process.wait()
        if self.fault is not None:
            raise self.fault
        if code not in (0, 1):
            raise RuntimeError("extract ended with %d: %s" % (code, self.failures.get(0, "no message")))
        while self.pending:
            yield self.failure()

    def feed(self):
        """Write the documents, under their numbers as ids, so that an answer says which it is for."""
        try:
            for number, doc in enumerate(self.docs, 1):
                self.pending.append((number, doc["id"]))
                line = {"id": str(number), "text": doc["text"]}
                if doc.get("date"):
                    line["date"] = doc["date"]
                self.process.stdin.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        except BrokenPipeError:
            pass  # the program has ended; its exit code says why
        except BaseException as err:  # noqa: BLE001  (handed to the task)
            self.fault = err
        finally:
            try:
                self.process.stdin.close()
            except BrokenPipeError:
                pass

    def listen(self):
        for line in self.process.stderr:
            text = line.decode("utf-8", "replace").rstrip("\n")
            message = MESSAGE.match(text)
            self.failures[int(message[1]) if message else 0] = message[2] if message else text

    def gaps(self, first, end):
        for _ in range(first, end):
            yield self.failure()

    def answer(self, record):
        _, ident = self.pending.popleft()
        row = {"date_from": None, "entities": None, "dates": None, "topics": None, **record, "id": ident, "error": None}
        return row

    def failure(self):
        number, ident = self.pending.popleft()
        deadline = 50
        while number not in self.failures and self.process.poll() is None and deadline:
            deadline -= 1
            threading.Event().wait(0.02)  # the message may come after the next record
        return {"id": ident, "error": self.failures.get(number, "no record")}


def arrow_schema(pa):
    """Return SCHEMA for Arrow. It is written out, since workers have no Spark session to parse it with."""
    text, whole, real = pa.string(), pa.int32(), pa.float64()
    span = [("start", whole), ("end", whole), ("text", text)]
    mention = pa.struct([*span, ("form", text), ("via", text), ("score", real)])
    entity = pa.struct([("type", text), ("name", text), ("name_en", text), ("id", text), ("wikidata", text), ("geonames", whole),
                        ("country", text), ("roles", pa.list_(text)), ("count", whole), ("mentions", pa.list_(mention))])
    date = pa.struct([*span, *[(n, text) for n in ("type", "value", "resolved", "offset", "calendar", "original")], ("group", whole)])
    evidence = pa.struct([*span, ("weight", real)])
    topic = pa.struct([("id", text), ("label_ar", text), ("label_en", text), ("broader", pa.list_(text)), ("score", real),
                       ("evidence", pa.list_(evidence))])
    return pa.schema([("id", text), ("date", text), ("date_from", text), ("entities", pa.list_(entity)), ("dates", pa.list_(date)),
                      ("topics", pa.list_(topic)), ("error", text)])
