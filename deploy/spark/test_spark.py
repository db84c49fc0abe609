#!/usr/bin/env python3
"""Test the Spark job for real: two worker processes on this machine, over 10,000 documents, against a run without Spark.

    deploy/spark/test         builds the program, installs requirements.txt into a venv of its own, and runs this
"""

import glob
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

from pyspark.sql import SparkSession  # noqa: E402

from extract_spark import extract_documents  # noqa: E402

DOCUMENTS = 10_500
BINARY = os.environ.get("EXTRACT", os.path.join(ROOT, "extract"))


def corpus():
    """Documents made of the sentences of seeds/, each another mixture; every 500th has no text."""
    sentences = []
    for path in sorted(glob.glob(ROOT + "/seeds/*.txt")):
        try:
            sentences += [s.strip() for s in open(path, encoding="utf-8").read().replace("\n", ". ").split(". ") if len(s) > 20]
        except UnicodeDecodeError:
            continue
    docs = []
    for n in range(DOCUMENTS):
        picked = [sentences[(n * 7 + k * (n % 13 + 1)) % len(sentences)] for k in range(2 + n % 4)]
        docs.append({"id": "doc-%05d" % n, "text": None if n % 500 == 250 else ". ".join(picked) + ".", "date": "2024-05-01" if n % 3 else None})
    return docs


def alone(docs):
    """The records of a run without Spark, by id."""
    lines = "".join(json.dumps({k: v for k, v in d.items() if v is not None}, ensure_ascii=False) + "\n" for d in docs)
    p = subprocess.run([BINARY, "--input", "jsonl", "-"], input=lines.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return {r["id"]: r for r in map(json.loads, p.stdout.decode().splitlines())}


def plain(value):
    """A Spark row as the record that it came from: without the fields that are not there."""
    if hasattr(value, "asDict"):
        value = value.asDict()
    if isinstance(value, dict):
        optional = ("geonames", "resolved", "offset", "calendar", "original", "group", "date_from", "error")
        return {k: plain(v) for k, v in value.items() if not (v is None and k in optional)}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value


def executors():
    """Process ids of Spark's workers on this machine."""
    found = []
    for cmdline in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            if b"CoarseGrainedExecutorBackend" in open(cmdline, "rb").read():
                found.append(int(cmdline.split("/")[2]))
        except OSError:
            continue
    return found


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (SparkSession.builder.master("local-cluster[2,1,1024]").appName("extract-test")
                     .config("spark.ui.enabled", "false").config("spark.task.maxFailures", "8").getOrCreate())
        cls.spark.sparkContext.setLogLevel("ERROR")
        cls.docs = corpus()
        cls.want = alone(cls.docs)
        cls.folder = tempfile.TemporaryDirectory()

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.folder.cleanup()

    def run_job(self, name):
        frame = self.spark.createDataFrame([(d["id"], d["text"], d["date"]) for d in self.docs], "id STRING, text STRING, date STRING").repartition(16)
        out = os.path.join(self.folder.name, name)
        extract_documents(frame, BINARY, date="date").write.parquet(out)
        return self.spark.read.parquet(out).collect(), out

    def check(self, rows):
        self.assertEqual(len(rows), DOCUMENTS)
        self.assertEqual(len({r["id"] for r in rows}), DOCUMENTS)
        for row in rows:
            got = plain(row)
            want = self.want.get(row["id"])
            if want is None:
                self.assertIn("no text", got["error"])
            else:
                self.assertEqual(got, want)

    def test_equal_to_one_machine(self):
        rows, out = self.run_job("records")
        self.check(rows)
        self.read_with_duckdb(out, rows)

    def read_with_duckdb(self, out, rows):
        import duckdb

        query = "SELECT count(*) FROM (SELECT unnest(entities) AS e FROM '%s/*.parquet') WHERE e.type = 'country'" % out
        want = sum(e["type"] == "country" for r in rows for e in (r["entities"] or []))
        self.assertEqual(duckdb.connect().execute(query).fetchone()[0], want)

    def test_killed_worker(self):
        killed = []

        def kill():
            deadline = time.time() + 60
            while time.time() < deadline and not killed:
                busy = subprocess.run(["pgrep", "-f", "extract --input jsonl"], stdout=subprocess.PIPE).stdout.split()
                workers = executors()
                if busy and len(workers) > 1:
                    os.kill(workers[0], signal.SIGKILL)
                    killed.append(workers[0])
                time.sleep(0.02)

        killer = threading.Thread(target=kill)
        killer.start()
        rows, _ = self.run_job("killed")
        killer.join()
        self.assertTrue(killed, "no worker was killed while it worked")
        self.check(rows)


class RecipesTest(unittest.TestCase):
    def test_readme(self):
        """The DuckDB and pandas recipes of README run on the records of seeds/."""
        block = open(os.path.join(ROOT, "README.md"), encoding="utf-8").read().split("```python\n")[1].split("```")[0]
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "records.jsonl"), "wb") as out:
                subprocess.run([BINARY, "seeds/"], cwd=ROOT, stdout=out, stderr=subprocess.DEVNULL, check=True)
            done = subprocess.run([sys.executable, "-c", block], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.assertIn(b"person", done.stdout)


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
