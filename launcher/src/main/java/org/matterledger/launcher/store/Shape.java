package org.matterledger.launcher.store;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shape of a state record, down to its last component: a snapshot of any other shape is not read. */
final class Shape {

    private final SortedMap<String, String> forms = new TreeMap<>();

    private Shape() {}

    /** SHA-256 over names and types of all records, and names of all constants, that the state is made of. */
    static String of(Class<?> state) {
        var shape = new Shape();
        shape.add(state);
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(shape.forms.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            add(parameterized.getRawType());
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(this::add);
        } else if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(this::add);
        } else if (type instanceof GenericArrayType array) {
            add(array.getGenericComponentType());
        } else if (type instanceof Class<?> array && array.isArray()) {
            add(array.getComponentType());
        } else if (type instanceof Class<?> form && form.getName().startsWith("org.matterledger")) {
            addForm(form);
        }
    }

    private void addForm(Class<?> form) {
        if (forms.containsKey(form.getName())) {
            return;
        }
        forms.put(form.getName(), "");
        if (form.isRecord()) {
            var components = Arrays.stream(form.getRecordComponents()).toList();
            forms.put(
                    form.getName(),
                    components.stream()
                            .map(c -> c.getName() + ":" + c.getGenericType().getTypeName())
                            .toList()
                            .toString());
            components.forEach(component -> add(component.getGenericType()));
        } else if (form.isEnum()) {
            forms.put(form.getName(), Arrays.toString(form.getEnumConstants()));
        } else if (form.isSealed()) {
            Arrays.stream(form.getPermittedSubclasses()).forEach(this::add);
        }
    }
}
