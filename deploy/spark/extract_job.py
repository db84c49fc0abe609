#!/usr/bin/env python3
"""Spark job: documents in, Parquet of records out.

    spark-submit --py-files extract_spark.py extract_job.py --binary ./extract --format jsonl --output records articles/*.jsonl

--format text    every file is a document, its path the id
--format jsonl   every line is an object
--format parquet every row is a document
Rows whose column "error" is not null are documents that could not be read; the job goes on.
"""

import argparse

from pyspark.sql import SparkSession

from extract_spark import extract_documents


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("input", nargs="+")
    ap.add_argument("--binary", required=True, help="the extract program, on the driver")
    ap.add_argument("--format", choices=["text", "jsonl", "parquet"], default="jsonl")
    ap.add_argument("--output", required=True, help="folder of the Parquet files")
    ap.add_argument("--text", default="text")
    ap.add_argument("--id", default="id")
    ap.add_argument("--date", default=None)
    ap.add_argument("--partitions", type=int, default=0, help="repartition the documents first")
    ap.add_argument("--flag", action="append", default=[], help="a flag for extract, such as --flag=--only=dates; may be repeated")
    a = ap.parse_args()

    spark = SparkSession.builder.appName("extract").getOrCreate()
    if a.format == "text":
        docs = spark.read.text(a.input, wholetext=True).selectExpr("input_file_name() AS id", "value AS text")
        a.text, a.id, a.date = "text", "id", None
    elif a.format == "jsonl":
        docs = spark.read.json(a.input)
    else:
        docs = spark.read.parquet(*a.input)
    if a.partitions:
        docs = docs.repartition(a.partitions)
    records = extract_documents(docs, a.binary, text=a.text, id=a.id, date=a.date, args=a.flag)
    records.write.mode("overwrite").parquet(a.output)
    spark.stop()


if __name__ == "__main__":
    main()
